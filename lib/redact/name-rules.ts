/**
 * Names that show by where they stand. The capture groups are the kinds. Order matters where two rules meet at
 * the same place: the earlier one decides.
 */

import type { NameRule } from './name-forms';
import { ID_RULES } from './name-ids';
import { PLACE_RULES } from './name-places';
import { WORD_RULES } from './name-words';

export const NAME_RULES: readonly NameRule[] = [...ID_RULES, ...WORD_RULES, ...PLACE_RULES];
