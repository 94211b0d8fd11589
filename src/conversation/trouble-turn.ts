import type { Conversation, Turn } from './conversation.ts';

/**
 * The turn when the bot itself fails on a message again and again: the person is told, and can go to people. Nothing is
 * passed on by itself, for nobody has agreed.
 */
export function troubleTurn(conversation: Conversation): Turn {
  return {
    conversation: { ...conversation, step: { at: 'listening' }, menu: [] },
    say: [{ say: 'trouble' }],
    effects: [],
  };
}
