/** What a messenger can show. The renderer keeps to it, so nothing above knows one messenger from another. */
export interface Capabilities {
  /** Longest text of one message, in UTF-16 units after markup is taken away, with room to spare. */
  readonly textLimit: number;
  /** Choices as buttons whose labels are read whole up to `labelLimit` characters. Without them choices are numbered in the text. */
  readonly buttons: { readonly labelLimit: number } | undefined;
  /** Bold headings. */
  readonly markup: boolean;
  /** A message that was sent can be changed. */
  readonly edit: boolean;
  /** The person can be shown that an answer is on its way. */
  readonly typing: boolean;
  /** The beginning of a message is shown before it is opened: on a locked screen, in the list of chats. */
  readonly previews?: boolean | undefined;
}

/** A choice that the person may make. */
export interface Choice {
  readonly label: string;
  /** Comes back when it is pressed. ASCII, at most 60 bytes, so that it fits every messenger. */
  readonly press: string;
}

/** One message, cut to the channel's limit. */
export interface OutgoingMessage {
  readonly text: string;
  /** Parts of `text` in bold, as [start, end) in UTF-16 units. Never overlapping, in order. */
  readonly bold: readonly (readonly [number, number])[];
  /**
   * Parts of `text` that are words of the law, as `bold`: not a character of them may be lost. The parts of all messages of
   * a reply, put together, are the words as they are stored. Absent where there are none.
   */
  readonly quoted?: readonly (readonly [number, number])[] | undefined;
  /** Empty on channels without buttons. */
  readonly choices: readonly Choice[];
}
