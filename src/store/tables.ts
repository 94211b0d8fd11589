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
    /** `unreadable`: sealed with another key, or damaged; kept, never answered. */
    state: 'waiting' | 'answered' | 'unreadable';
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
    state: 'waiting' | 'sending' | 'sent' | 'given-up';
    attempts: number;
    uncertain: number;
    /** When it is to be sent; while it is being sent, when that began. */
    due_at: string;
    added_at: string;
    sent_at: string | null;
    /** Of the platform's message id, which holds the address. */
    external_hash: string | null;
    note: string | null;
    ticket_id: string | null;
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
  };
  ticket_words: {
    id: string;
    ticket_id: string;
    by: 'person' | 'staff';
    words_sealed: string;
    at: string;
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
