import type { AccountId } from '../../../base/ids.ts';
import type { Names } from '../../../flow/desk/look.ts';
import type { ListedTicket } from '../../../ports/desk.ts';
import { Mark } from '../kit/parts.tsx';
import type { StateWords } from './wording.ts';

export interface StateMarksProps {
  readonly ticket: ListedTicket;
  readonly me: AccountId;
  readonly names: Names;
  readonly centreName: (province: string) => string;
  readonly words: StateWords;
}

/** Where a ticket stands, in words: urgency first, then whose turn it is and who has it. */
export function StateMarks({ ticket, me, names, centreName, words }: StateMarksProps) {
  const { urgent, state, awaits, claimedBy, mergedInto, transferTo } = ticket;
  const isOpen = state === 'waiting' || state === 'answered';
  return (
    <span class="marks">
      {urgent && state !== 'withdrawn' && <Mark kind="danger">{words.urgent[urgent]}</Mark>}{' '}
      {state === 'withdrawn' && <Mark>{words.withdrawn}</Mark>}
      {state === 'closed' && <Mark>{mergedInto === undefined ? words.closed : words.mergedInto(mergedInto)}</Mark>}
      {isOpen && (
        <>
          <Mark kind={awaits === 'staff' ? 'warning' : 'quiet'}>
            {awaits === 'staff' ? words.staffTurn : words.personTurn}
          </Mark>{' '}
          <Mark>{holderInWords(claimedBy, me, names, words)}</Mark>
        </>
      )}{' '}
      {transferTo !== undefined && <Mark>{words.transferPending(centreName(transferTo))}</Mark>}
    </span>
  );
}

/** Who has a ticket. */
function holderInWords(claimedBy: AccountId | undefined, me: AccountId, names: Names, words: StateWords): string {
  if (claimedBy === undefined) return words.free;
  return claimedBy === me ? words.heldByMe : words.heldBy(names.get(claimedBy) ?? words.somebody);
}
