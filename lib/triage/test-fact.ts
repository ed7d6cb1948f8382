import type { FactValue } from './diagnosis';
import type { FactTest } from './pack';
import { inRange } from './version';

/** Whether a fact's value fulfils every condition of the test. A condition of another type is not fulfilled. */
export function testFact(test: FactTest, value: FactValue, pattern?: RegExp): boolean {
  if (test.min !== undefined && !(typeof value === 'number' && value >= test.min)) return false;
  if (test.max !== undefined && !(typeof value === 'number' && value <= test.max)) return false;
  if (test.equals !== undefined && value !== test.equals) return false;
  if (pattern && !pattern.test(String(value))) return false;
  if (test.versions !== undefined && !inRange(String(value), test.versions)) return false;
  return true;
}
