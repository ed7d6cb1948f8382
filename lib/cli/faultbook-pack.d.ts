declare module 'faultbook:pack' {
  import type { Pack } from '../triage/pack';
  const pack: Pack;
  export default pack;
}

declare module 'faultbook:pastes' {
  /** JSON text: only a simulation reads it. */
  const pastes: string;
  export default pastes;
}
