import type { Service, Way } from '../../conversation/service.ts';
import type { ChannelName } from '../../ports/channel.ts';
import { isOff, type Switches } from '../../service/switches.ts';

/**
 * What is switched, for somebody who writes on a channel.
 *
 * @param ways Every channel on which the bot can be asked at all.
 */
export function serviceOn(channel: ChannelName, switches: Switches, ways: readonly Way[]): Service {
  return {
    mode: switches['hotlines-only'] ? 'hotlines-only' : isOff(channel, switches) ? 'channel-off' : 'open',
    referrals: !switches.referrals,
    otherWays: ways.filter(({ on }) => on !== channel && !isOff(on, switches)),
  };
}
