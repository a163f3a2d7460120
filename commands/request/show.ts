import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import type { Change } from '../../src/domain/change.ts';
import type { InformationRequest } from '../../src/domain/requests/request.ts';
import { requestCard } from './card.ts';
import { onRequest, ownAgencies, request } from './find.ts';
import { READERS } from './roles.ts';

export const requestShow = defineCommand({
  name: 'request show',
  summary: "Show a request: the board of all agencies, or one's own part of it.",
  allow: READERS,
  fields: z.object({ request }),
  decide: ({ request: ref }, situation) =>
    onRequest(ref, situation, (found) =>
      accept(requestCard(found, situation), opened(found, situation)),
    ),
});

/** That somebody of an agency has opened it: the board then says "seen". A mere look writes nothing. */
const opened = (found: InformationRequest, situation: Situation): readonly Change[] =>
  situation.isLook || found.closed
    ? []
    : ownAgencies(found, situation)
        .filter((agency) => !found.parts[agency]?.seen)
        .map((agency) => ({ type: 'request-seen', ref: found.ref, agency }));
