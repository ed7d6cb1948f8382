declare module 'faultbook:pack' {
  import type { Pack } from '../triage/pack';
  const pack: Pack;
  export default pack;
}
