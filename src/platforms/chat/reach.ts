/**
 * Which workspaces can be spoken to. One that cannot is asked once a minute whether it can again,
 * rather than with everybody's messages.
 */
export interface Reach {
  readonly isAway: (team: string) => boolean;
  readonly heard: (team: string) => void;
  readonly lost: (team: string) => void;
}

export const reach = (): Reach => {
  const away = new Set<string>();
  return {
    isAway: (team) => away.has(team),
    heard: (team) => void away.delete(team),
    lost: (team) => void away.add(team),
  };
};
