/** Who the bot is on Telegram. */
export interface Me {
  readonly id: number;
  /** Without `@`. Unknown until Telegram was asked. */
  readonly username: string | undefined;
}

const COMMAND = /^\/\w+(?:@(\w+))?(?=\s|$)/;

/**
 * What somebody in a group says to the bot, without its name.
 *
 * @param replies The text replies to a message of the bot.
 * @returns `undefined` when it is meant for others: a bot that answers everything is thrown out of a group.
 */
export function saidToBot(text: string, replies: boolean, { username }: Me): string | undefined {
  const command = COMMAND.exec(text);
  if (command) {
    const forWhom = command[1];
    if (forWhom === undefined) return text;
    return forWhom.toLowerCase() === username?.toLowerCase() ? text.replace(`@${forWhom}`, '') : undefined;
  }
  if (username === undefined) return replies ? text : undefined;
  // The look to the left keeps mail addresses, the one to the right longer names that begin like ours.
  const mention = new RegExp(`\\s*(?<![\\w@])@${username}(?!\\w)[,:]?\\s*`, 'gi');
  const withoutName = text.replace(mention, ' ');
  return replies || withoutName !== text ? withoutName.trim() : undefined;
}
