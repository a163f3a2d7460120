import type { Action } from '../action.ts';
import { clocked } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

export const actionDuties = (action: Action, setting: Setting): readonly Duty[] =>
  clocked(
    action,
    'action',
    {
      started: action.given,
      began: 'The day was set for',
      from: action.due,
      owner: action.owner,
      ...(action.board ? { note: `Another board carries it: ${action.board}.` } : {}),
    },
    setting,
  );
