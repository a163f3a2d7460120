import { local } from './local.ts';
import type { Rule, RuleSet } from './rule.ts';
import { wt2018 } from './wt2018.ts';
import { wt2023 } from './wt2023.ts';

export const RULE_SETS = { wt2018, wt2023 } as const satisfies Record<string, RuleSet>;
export type RuleSetName = keyof typeof RULE_SETS;

export type LocalRule = keyof typeof local;
export const LOCAL_RULES = Object.keys(local) as [LocalRule, ...LocalRule[]];

/** The names of the duties that an incident may bring. */
export type IncidentDuty = keyof typeof wt2018 | keyof typeof wt2023 | LocalRule;
export const INCIDENT_DUTIES = [
  ...new Set([wt2018, wt2023, local].flatMap((rules) => Object.keys(rules))),
] as [IncidentDuty, ...IncidentDuty[]];

/** GOV.UK: "raise only 1 notification per incident… details of up to 4 children" (deadlines.md D05). */
export const MOST_CHILDREN = 4;

/** "wt2018/notify-panel", "local/copy-business-unit" */
type RuleId = `${RuleSetName | 'local'}/${IncidentDuty}`;

export interface ChosenRule {
  readonly id: RuleId;
  readonly duty: IncidentDuty;
  readonly rule: Rule;
}

/** The clocks that run for a partnership: those of its rule-set, and the local ones it has adopted. */
export const rulesOf = (
  ruleSet: RuleSetName,
  adopted: readonly LocalRule[],
): readonly ChosenRule[] => [
  ...named(ruleSet, RULE_SETS[ruleSet]),
  ...named('local', local).filter(({ duty }) => adopted.some((name) => name === duty)),
];

const named = (set: RuleSetName | 'local', rules: RuleSet): readonly ChosenRule[] =>
  (Object.entries(rules) as [IncidentDuty, Rule][]).map(([duty, rule]) => ({
    id: `${set}/${duty}`,
    duty,
    rule,
  }));
