import { Triage } from '@/components/triage/triage';

export default function TriagePage() {
  return <Triage />;
}
