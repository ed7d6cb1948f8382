import type { Metadata } from 'next';
import { MapPage } from '@/components/map/map-page';
import { buildPack } from '@/lib/incident/build.server';
import { mapOf } from '@/lib/map/tree';

export const metadata: Metadata = { title: 'Map' };

export default function Map() {
  return <MapPage groups={mapOf(buildPack())} />;
}
