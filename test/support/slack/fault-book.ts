import type { Fault, Faulted, Faults } from './fault-types.ts';
import { str } from './json.ts';

/** The faults that stand, and what they do to a call. */
export interface FaultBook {
  readonly faults: Faults;
  readonly isDown: () => boolean;
  /** The fault this call meets, if any; a call that meets none counts against its limit. */
  readonly meet: (call: Faulted, now: number) => Fault | undefined;
}

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  left: number;
}

export const faultBook = (breakAll: () => void): FaultBook => {
  let down = false;
  let planned: readonly Planned[] = [];
  const standing = new Set<(call: Faulted) => Fault | undefined>();
  const limits = new Map<string, number>();
  const latest = new Map<string, number>();

  const fromPlan = ({ method }: Faulted): Fault | undefined => {
    const plan = planned.find((one) => one.method === method || one.method === '*');
    if (!plan) return undefined;
    plan.left -= 1;
    planned = planned.filter(({ left }) => left > 0);
    return plan.fault;
  };

  const fromStanding = (call: Faulted): Fault | undefined => {
    for (const choose of standing) {
      const fault = choose(call);
      if (fault) return fault;
    }
    return undefined;
  };

  const fromLimit = ({ team, method, args }: Faulted, now: number): Fault | undefined => {
    const per = limits.get(method);
    if (per === undefined) return undefined;
    const key = [team, method, str(args.channel)].join(' ');
    const left = (latest.get(key) ?? Number.NEGATIVE_INFINITY) + per - now;
    if (left > 0) return { is: '429', retryAfter: Math.max(1, Math.ceil(left / 1000)) };
    latest.set(key, now);
    return undefined;
  };

  return {
    isDown: () => down,
    meet: (call, now) => fromPlan(call) ?? fromStanding(call) ?? fromLimit(call, now),
    faults: {
      next: (method, fault, times = 1) => {
        planned = [...planned, { method, fault, left: times }];
      },
      during: (choose) => {
        standing.add(choose);
        return () => void standing.delete(choose);
      },
      limit: (method, limit) => {
        if (limit) limits.set(method, limit.perChannelMs);
        else limits.delete(method);
      },
      down: (isDown) => {
        down = isDown;
        if (isDown) breakAll();
      },
      clear: () => {
        down = false;
        planned = [];
        standing.clear();
        limits.clear();
        latest.clear();
      },
    },
  };
};
