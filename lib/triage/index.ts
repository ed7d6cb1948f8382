/** The engine's front door. Everything behind it is pure: no clock, no randomness, no locale, no I/O. */

export { compile, type Compiled } from './compile';
export { EMPTY_CASE, isPasted } from './case';
export { diagnose, recognise, triage } from './diagnose';
export { faultOf } from './ask/answers';
export { open, SMALL, type Closed, type Stream } from './stream';
export { FORMATS, isFormatId, type FormatId } from './formats/ids';
export { NOISE } from './ask/likelihood';
export type * from './diagnosis';
export type * from './pack';
