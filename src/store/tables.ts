import type { Generated } from 'kysely';
import type { ConsentAbout } from '../conversation/own-data.ts';

/** The rows. Times are ISO 8601 text in UTC, days `YYYY-MM-DD`. `*_sealed` is encrypted, `*_hash` a keyed hash (see `vault.ts`). */
export interface Tables {
  inbox: {
    id: string;
    channel: string;
    /** Conversation: channel and address. */
    chat_hash: string;
    address_sealed: string;
    /** Channel and the platform's message id; unique. */
    message_hash: string;
    heard_sealed: string;
    in_group: number;
    /** Holds the address: the platform's ids are made of chat and message. */
    replies_to_sealed: string | null;
    /** `unreadable`: sealed with another key, or damaged; kept, never answered. `set-aside`: too many came; the person was told. */
    state: 'waiting' | 'answered' | 'unreadable' | 'set-aside';
    attempts: number;
    due_at: string;
    received_at: string;
    answered_at: string | null;
  };
  outbox: {
    key: string;
    /** Order of writing; rises with each row of this process and of later ones. */
    seq: string;
    channel: string;
    chat_hash: string;
    address_sealed: string;
    message_sealed: string;
    /** `held`: not owed before its person asks for it, or before `due_at`. */
    state: 'waiting' | 'sending' | 'sent' | 'given-up' | 'held';
    attempts: number;
    uncertain: number;
    /** When it is to be sent; while it is being sent, when that began. */
    due_at: string;
    added_at: string;
    sent_at: string | null;
    /** Of the platform's message id, which holds the address. */
    external_hash: string | null;
    /** The same id, sealed, where the platform lets us take the message back; gone when it no longer does. */
    external_sealed: string | null;
    note: string | null;
    ticket_id: string | null;
    /** To a group of staff, as it was when the message was written. */
    for_staff: Generated<number>;
    /**
     * `forget`: the row goes once it was sent or given up. `take-back`: it was on the wire when its person had everything
     * erased; it is not sent again, and taken off their screen.
     */
    after_sending: 'forget' | 'take-back' | null;
    /** Place in `RANKS`: what goes first. */
    rank: Generated<number>;
    /** When the words were received that the message begins to answer. */
    caused_at: string | null;
  };
  conversations: {
    chat_hash: string;
    channel: string;
    state_sealed: string;
    updated_at: string;
    blocked_at: string | null;
  };
  tickets: {
    id: string;
    code: string;
    channel: string;
    chat_hash: string;
    address_sealed: string;
    province: string;
    lines_sealed: string;
    contact_sealed: string | null;
    consent: string;
    state: 'waiting' | 'answered' | 'closed' | 'withdrawn';
    rating: string | null;
    opened_at: string;
    opened_on: string;
    changed_at: string;
    /** The danger that the person's words show; such tickets stand on top. */
    urgent: string | null;
    /** Whose turn it is while the ticket is open. */
    awaits: Generated<'staff' | 'person'>;
    claimed_by: string | null;
    claimed_at: string | null;
    /** First answer of staff. */
    answered_at: string | null;
    /** When the first answer is due by the target of the centre. */
    due_at: string | null;
    /** When the next answer is due to a ticket that was answered, closed and opened again; `null` once there is one. */
    reopened_due_at: string | null;
    reminded_at: string | null;
    /** Staff were told that it is late. */
    alarmed_at: string | null;
    /** The person was told that it takes longer. */
    told_at: string | null;
    /** The admin was told. */
    escalated_at: string | null;
    merged_into: string | null;
    /** Centre to which staff want to pass the ticket; it goes there when the person agrees. */
    transfer_to: string | null;
    transfer_reason_sealed: string | null;
    transfer_by: string | null;
    /** When and how the person may be reached, in their words. */
    reach_sealed: string | null;
  };
  /** What a person agreed to, in the words that they were shown, and when they took it back. */
  consents: {
    id: string;
    chat_hash: string;
    ticket_id: string | null;
    about: ConsentAbout;
    wording: string;
    given_at: string;
    withdrawn_at: string | null;
  };
  /** Who had everything erased, by keyed hash, and when: done once more when an older backup is restored. */
  erasures: { chat_hash: string; at: string };
  /** Messages that were received and erased: when a platform sends one again, it is not taken for a new one. */
  heard_before: { message_hash: string; at: string };
  /** Messages of ours that are still to be taken off a screen, by the platform's id, which holds the address. */
  take_backs: { id: string; channel: string; external_sealed: string; sent_at: string; due_at: string };
  /** Keys that are themselves sealed with DATA_KEY, so that it can be changed and hashes stay. */
  vault_keys: { name: string; sealed: string };
  ticket_words: {
    id: string;
    ticket_id: string;
    by: 'person' | 'staff';
    words_sealed: string;
    at: string;
    /** How the keys of the outbox messages begin that carry these words to the person. Unique. */
    cause: string | null;
    /** Who on the staff wrote it, where it was written in the console. */
    account_id: string | null;
    via: 'console' | 'group' | null;
  };
  ticket_notes: {
    id: string;
    ticket_id: string;
    /** Of the centre whose staff wrote it; a note stays there when the ticket moves on. */
    province: string;
    /** Of the form: sent twice, it is one note. */
    once: string;
    account_id: string;
    words_sealed: string;
    at: string;
  };
  ticket_events: {
    id: string;
    ticket_id: string;
    kind: string;
    account_id: string | null;
    detail_sealed: string | null;
    at: string;
  };
  ticket_presence: { ticket_id: string; account_id: string; doing: 'reading' | 'writing'; seen_at: string };
  /** Keyed hashes of the folded words of a ticket: it is found by them, and nobody reads them without the key. */
  ticket_terms: { ticket_id: string; term_hash: string };
  canned_replies: {
    id: string;
    /** `null`: for all centres. */
    province: string | null;
    title: string;
    body: string;
    /** JSON. */
    citations: string;
    changed_by: string;
    changed_at: string;
    removed_at: string | null;
  };
  staff_groups: {
    chat_hash: string;
    channel: string;
    address_sealed: string;
    province: string;
    linked_at: string;
  };
  link_codes: {
    code_hash: string;
    province: string;
    expires_at: string;
    used_at: string | null;
  };
  accounts: {
    id: string;
    login_hash: string;
    login_sealed: string;
    name_sealed: string;
    role: 'staff' | 'curator' | 'reviewer' | 'admin';
    province: string | null;
    /** Argon2id, in its own notation. */
    password_hash: string;
    totp_sealed: string;
    /** The last time step whose code was used: no code counts twice. */
    totp_last_step: number;
    state: 'active' | 'disabled';
    language: 'vi' | 'en';
    created_at: string;
    created_by: string | null;
    signed_in_at: string | null;
  };
  recovery_codes: { code_hash: string; account_id: string; used_at: string | null };
  invitations: {
    id: string;
    token_hash: string;
    role: 'staff' | 'curator' | 'reviewer' | 'admin';
    province: string | null;
    /** For whom, in the words of the admin. */
    note_sealed: string;
    /** Set where an account gets a new password and second factor instead. */
    account_id: string | null;
    created_by: string | null;
    created_at: string;
    expires_at: string;
    used_at: string | null;
    withdrawn_at: string | null;
  };
  sessions: {
    id: string;
    token_hash: string;
    account_id: string;
    /** `halfway`: the password was right, the second factor is still to come. */
    stage: 'halfway' | 'signed-in';
    /** Browser and system, as the person would recognise them. */
    device: string;
    created_at: string;
    seen_at: string;
    expires_at: string;
    revoked_at: string | null;
  };
  /** Append-only; guarded by triggers. */
  audit: {
    id: string;
    at: string;
    account_id: string | null;
    role: string | null;
    action: string;
    object: string;
    province: string | null;
    /** JSON. Never a person's words. */
    detail: string;
    /** Keyed hash of this line and the one before. */
    chain: string;
  };
  revisions: {
    id: string;
    entry_id: string;
    /** Counts up for each entry. */
    number: number;
    state: 'draft' | 'in-review' | 'published' | 'rejected' | 'discarded';
    /** The whole file. */
    text: string;
    /** The shipped file on which it stands; `null` where there was none. */
    base_text: string | null;
    /** The revision that was live when this one was begun. */
    stands_on: string | null;
    origin: 'edit' | 'question' | 'referral' | 'import' | 'rollback' | 'release';
    note: string;
    author: string;
    created_at: string;
    submitted_at: string | null;
    decided_by: string | null;
    decided_at: string | null;
    decision: string | null;
    /** Set where it was live and the shipped file came back. */
    taken_back_by: string | null;
    taken_back_at: string | null;
    taken_back_why: string | null;
  };
  /** Revisions that stand in front of the shipped file of the same id. */
  live_entries: { entry_id: string; revision_id: string; since: string };
  regressions: {
    id: string;
    entry_id: string;
    question_sealed: string;
    expects: 'wins' | 'loses';
    origin: 'citizen' | 'curator';
    added_by: string;
    added_at: string;
  };
  /** Masked questions that got no good answer. Nothing in a row leads to a person. */
  kept_questions: {
    id: string;
    words_sealed: string;
    why: 'unresolved' | 'choices' | 'unhelpful' | 'unsure';
    /** JSON: entry ids with confidence. */
    candidates: string;
    day: string;
    settled_at: string | null;
    settled_by: string | null;
    settled_as: string | null;
  };
  candidates: {
    id: string;
    ticket_id: string;
    question_sealed: string;
    answer_sealed: string;
    /** JSON. */
    citations: string;
    state: 'offered' | 'drafted' | 'dismissed';
    made_by: string;
    made_at: string;
    settled_by: string | null;
    settled_at: string | null;
    /** The draft that was begun from it. */
    revision_id: string | null;
  };
  counts: { day: string; metric: string; label: string; n: number };
  /** A file that was imported. */
  law_sources: {
    id: string;
    code: string;
    file_name: string;
    /** Of its bytes: the same file twice changes nothing. */
    file_sha256: string;
    url: string | null;
    /** JSON: what the text says of the instrument. */
    facts: string;
    language: string;
    /** From when the instrument binds, as the file or its importer says. */
    starts_on: string;
    /** `null`: at the command line. */
    imported_by: string | null;
    imported_at: string;
  };
  /** One wording of one article. The text is as published (Unicode NFC). */
  law_articles: {
    id: string;
    code: string;
    article: string;
    /** Order in the instrument. */
    place: number;
    heading: string;
    heading_line: string;
    text: string;
    /** Of heading line, line break and text. */
    sha256: string;
    /** JSON: labels and titles of part, chapter, section. */
    divisions: string;
    in_force_from: string;
    in_force_to: string | null;
    source_id: string;
    /** Where an amending law gives only a part: the file that holds the rest. */
    base_source_id: string | null;
  };
  /** Wordings that bind and are not held. */
  law_asked_for: {
    id: string;
    code: string;
    article: string;
    place: number;
    from_day: string;
    until: string | null;
    because: 'not-held' | 'amended';
    settled_at: string | null;
  };
  /** What a file says of an article of its own. `body` is JSON. */
  law_statements: {
    id: string;
    source_id: string;
    body: string;
  };
  /** What a file does to another instrument, by its folded name and its number. `body` is JSON. */
  law_changes: {
    id: string;
    source_id: string;
    name: string;
    number: string | null;
    body: string;
  };
  /** What rests on an article that changed, until somebody has looked. */
  review_tasks: {
    id: string;
    /** `entry/qa/no-luong`, `canned/…`. */
    object: string;
    citation: string;
    why: 'new-wording' | 'ends' | 'repealed';
    /** From when the law is another. */
    day: string;
    opened_at: string;
    cleared_by: string | null;
    cleared_at: string | null;
    note: string | null;
  };
  /** What admins set. The newest row of a name holds. */
  configuration: {
    id: string;
    name: string;
    value: string;
    reason: string;
    changed_by: string;
    changed_at: string;
  };
}

/** Told of a stored text that cannot be opened: what it was, and the key of its row. */
export type OnUnreadable = (what: 'received' | 'to be sent' | 'conversation', id: string) => void;

/** For what is only shown: what cannot be opened is left out, and was reported when it was to be worked on. */
export function openedOr<T>(open: () => T): readonly T[] {
  try {
    return [open()];
  } catch {
    return [];
  }
}
