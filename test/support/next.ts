/** What a refusal must hold: an imperative, or a command to give. */
export const NEXT =
  /(?:^|[.:;,] |or |, and )(?:Add|Ask|Attest|Change|Check|Choose|Correct|Decide|Give|Hold|Leave|Log|Name|Nothing|Publish|Put|Record|Resolve|Say|Send|Set|Start|Tell|Write)\b|\/[a-z]+/i;
