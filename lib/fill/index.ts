/** Commands filled with what the paste said (DESIGN, section 7). Pure. */

export { candidatesOf, chosenFrom, type Candidates } from './candidates';
export { fillDiagnosis, type FilledDiagnosis } from './diagnosis';
export { fill, type Chosen, type Filled } from './fill';
export { fits, SLOTS, slotsIn, type Slot } from './slots';
