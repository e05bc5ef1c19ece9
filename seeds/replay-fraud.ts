import { noteDevice } from '../src/trust/risk/devices.ts';
import { suspectRing } from '../src/trust/rings/suspect-ring.ts';
import { memberNamed, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** Two who share a computer have accepted each other's answers: a case waits for a person. */
export function replayFraud(stage: Stage): Happening[] {
  const { daysAgo } = stage.calendar;
  const two = () => [memberNamed(stage, 'Gwen').id, memberNamed(stage, 'Moira-Fenn').id];
  const deviceKey = '5eed'.repeat(16);
  const signIn = async () => {
    for (const memberId of two()) {
      await stage.perform('system', (work) => noteDevice(work, { memberId, deviceKey }));
    }
  };
  return [
    { at: daysAgo(86, '19:40'), happen: signIn },
    {
      at: daysAgo(2, '02:40'),
      happen: () => stage.perform('system', (work) => suspectRing(work, two())),
    },
  ];
}
