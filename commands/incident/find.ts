import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { notThere } from '../../src/app/on-record.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { Ref } from '../../src/domain/reference.ts';

/** Decides on an incident the person may see; one they may not see does not exist for them. */
export const onIncident = (
  ref: Ref,
  situation: Situation,
  decide: (incident: Incident) => Decision,
): Decision => {
  const record = visibleRecord(situation, ref);
  if (record?.is !== 'incident')
    return refuse(notThere(ref, situation, '/incident list shows those there are.'));
  return decide(record);
};

/** The same for one that is still going on. */
export const onLiveIncident = (
  ref: Ref,
  situation: Situation,
  decide: (incident: Incident) => Decision,
): Decision =>
  onIncident(ref, situation, (incident) =>
    incident.withdrawn
      ? refuse(
          `${ref} was withdrawn, so nothing more is recorded on it. Log a new incident instead.`,
        )
      : decide(incident),
  );
