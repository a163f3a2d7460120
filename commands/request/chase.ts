import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { agenciesField } from '../../src/app/field.ts';
import { londonDay } from '../../src/domain/day.ts';
import { silentOf } from '../../src/domain/requests/part.ts';
import type { InformationRequest } from '../../src/domain/requests/request.ts';
import { counted } from '../../src/domain/words.ts';
import { onOpenRequest, request } from './find.ts';
import { ASKERS } from './roles.ts';
import { writtenOn } from './written.ts';

export const requestChase = defineCommand({
  name: 'request chase',
  summary: 'Ask again, now, those who have not answered; the reminders go on by themselves.',
  allow: ASKERS,
  fields: z.object({ request, for: agenciesField('Which agencies; all, if left out').optional() }),
  decide: ({ request: ref, for: wanted }, situation) =>
    onOpenRequest(ref, situation, (found) => {
      const silent = silentOf(found).filter((agency) => wanted?.includes(agency) ?? true);
      if (silent.length === 0)
        return refuse(
          wanted
            ? `None of those still owes an answer to ${ref}. /request show ${ref} shows who does.`
            : `All have answered ${ref}, so there is nobody to chase. /request close ${ref} closes it.`,
        );
      const agencies = silent.filter((agency) => !isChased(found, agency, situation));
      if (agencies.length === 0)
        return refuse(
          `They were asked again today. Chase them on another day, or ring them and write down what they say with /request answer ${ref} for=AGENCY.`,
        );
      const title = `${ref}: ${counted(agencies.length, 'agency', 'agencies')} will be asked again`;
      return writtenOn(ref, [{ type: 'request-chased', ref, agencies }], title, situation);
    }),
});

const isChased = ({ parts }: InformationRequest, agency: string, { today }: Situation): boolean =>
  parts[agency]?.chased.some(({ at }) => londonDay(at) === today) ?? false;
