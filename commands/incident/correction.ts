import { areaName } from '../../src/domain/areas.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Day, sayDay } from '../../src/domain/day.ts';
import {
  type Circumstances,
  DATES,
  type DateName,
  type Incident,
} from '../../src/domain/incident.ts';
import { DATE_TITLES } from './words.ts';

/** What a person asks to be different. */
interface Asked extends Partial<Record<DateName, Day | undefined>> {
  readonly erase?: DateName | undefined;
  readonly harm?: Circumstances['harm'] | undefined;
  readonly abuse?: Circumstances['abuse'] | undefined;
  readonly place?: Circumstances['place'] | undefined;
  readonly area?: string | undefined;
  readonly age?: Circumstances['age'] | undefined;
  readonly 'looked-after'?: boolean | undefined;
  readonly 'care-leaver'?: boolean | undefined;
  readonly 'secure-ref'?: string | undefined;
}

type Correction = Pick<
  Extract<Change, { type: 'incident-corrected' }>,
  'area' | 'circumstances' | 'dates' | 'erased' | 'what'
>;

/** Only what really differs; `what` is empty where nothing does. */
export const correctionOf = (
  incident: Incident,
  asked: Asked,
  arrangement: Arrangement,
): Correction => {
  const dates = DATES.flatMap((name) => {
    const on = asked[name];
    return on && on !== incident.dates[name]?.on ? [[name, on] as const] : [];
  });
  const circumstances = changedCircumstances(incident.circumstances, asked);
  const erased = asked.erase && incident.dates[asked.erase] ? asked.erase : undefined;
  const area = asked.area === incident.area ? undefined : asked.area;
  const what = [
    ...dates.map(([name, on]) => sayDateChange(incident, name, on)),
    ...circumstances.map(
      ([name, value]) =>
        `${TITLES[name]} was ${sayValue(incident.circumstances[name])}, is ${sayValue(value)}`,
    ),
    ...(area ? [sayAreaChange(incident, area, arrangement)] : []),
    ...(erased ? [`${DATE_TITLES[erased]} struck out`] : []),
  ].join('; ');
  return {
    ...(area ? { area } : {}),
    dates: Object.fromEntries(dates),
    circumstances: Object.fromEntries(circumstances),
    erased,
    what,
  };
};

type Correctable = 'harm' | 'abuse' | 'place' | 'age' | 'lookedAfter' | 'careLeaver' | 'secureRef';
const TITLES = {
  harm: 'Harm',
  abuse: 'Abuse or neglect',
  place: 'Place',
  age: 'Age',
  lookedAfter: 'Looked after',
  careLeaver: 'Care leaver',
  secureRef: 'Secure reference',
} as const satisfies Record<Correctable, string>;

const changedCircumstances = (
  facts: Circumstances,
  asked: Asked,
): readonly (readonly [Correctable, string | boolean])[] => {
  const wanted = [
    ['harm', asked.harm],
    ['abuse', asked.abuse],
    ['place', asked.place],
    ['age', asked.age],
    ['lookedAfter', asked['looked-after']],
    ['careLeaver', asked['care-leaver']],
    ['secureRef', asked['secure-ref']],
  ] as const;
  return wanted.flatMap(([name, value]) =>
    value !== undefined && value !== facts[name] ? [[name, value] as const] : [],
  );
};

const sayAreaChange = ({ area: was }: Incident, area: string, arrangement: Arrangement): string =>
  `Area was ${was ? areaName(arrangement, was) : 'not given'}, is ${areaName(arrangement, area)}`;

const sayDateChange = ({ dates }: Incident, name: DateName, on: Day): string => {
  const was = dates[name];
  return `${DATE_TITLES[name]} ${was ? `was ${sayDay(was.on)}, is` : 'is'} ${sayDay(on)}`;
};

const sayValue = (value: string | boolean | undefined): string =>
  value === undefined ? 'not given' : value === true ? 'yes' : value === false ? 'no' : value;
