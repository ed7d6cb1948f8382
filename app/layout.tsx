import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Offline } from '@/components/offline/offline';
import { Search } from '@/components/search/search';
import { SiteHeader } from '@/components/ui/site-header';
import { THEME_SCRIPT } from '@/components/ui/theme';
import './tokens.css';
import './base.css';

export const metadata: Metadata = {
  title: { default: 'Faultbook', template: '%s · Faultbook' },
  description:
    'Paste what is on the screen; get the known Kubernetes or Linux incident, why, and what to do first.',
  referrer: 'same-origin',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <SiteHeader search={<Search />} />
        {children}
        <Offline />
      </body>
    </html>
  );
}
