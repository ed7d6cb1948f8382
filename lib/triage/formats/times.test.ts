import { expect, it } from 'vitest';
import { dateTime, humanTime, isoTime, klogTime, syslogTime, uptimeTime, webTime } from './times';

const DAY = 86_400_000;
const at = (h: number, m: number, s: number, ms = 0) => ((h * 60 + m) * 60 + s) * 1000 + ms;

it('reads klog on the scale of a year that has 29 February', () => {
  expect(klogTime('I0403 15:18:39.934473    3652 kubelet.go:1778] x')).toEqual({
    ms: 93 * DAY + at(15, 18, 39, 934.473),
    scale: 'year',
    text: '0403 15:18:39.934473',
  });
  expect(klogTime('I0229 00:00:00.000000 1 a.go:1]')!.ms).toBe(59 * DAY);
  expect(klogTime('I1303 15:18:39.934473 1 a.go:1]')).toBeUndefined();
});

it.each([
  ['Mar 26 18:36:59', 85 * DAY + at(18, 36, 59)],
  ['Mar  6 18:36:59', 65 * DAY + at(18, 36, 59)],
  ['6月 10 16:09:15', 161 * DAY + at(16, 9, 15)],
  ['6 10 16:09:15', 161 * DAY + at(16, 9, 15)],
  ['Dez 20 15:18:39', 354 * DAY + at(15, 18, 39)],
])('reads syslog time %s', (text, ms) => expect(syslogTime(text)).toMatchObject({ ms, scale: 'year' }));

it.each([
  ['2021-06-10T16:09:15.458629778+08:00', Date.UTC(2021, 5, 10, 8, 9, 15) + 458.63],
  ['2021-06-10T16:09:15Z', Date.UTC(2021, 5, 10, 16, 9, 15)],
  ['2024-05-13 12:30:01,110 WARN', Date.UTC(2024, 4, 13, 12, 30, 1) + 110],
  ['2018/06/25 15:26:49 [error]', Date.UTC(2018, 5, 25, 15, 26, 49)],
])('reads %s', (text, ms) => expect(isoTime(text)).toMatchObject({ ms, scale: 'utc' }));

it.each([
  ['Mon Jan 21 09:14:27 UTC 2019', Date.UTC(2019, 0, 21, 9, 14, 27)],
  ['Tue Feb  6 18:12:40 CET 2024', Date.UTC(2024, 1, 6, 17, 12, 40)],
  ['Thu 28 Nov 2024 01:11:12 PM UTC', Date.UTC(2024, 10, 28, 13, 11, 12)],
  ['Wed Nov  9 08:41:12 CST 2022', Date.UTC(2022, 10, 9, 8, 41, 12)],
])('reads %s of date', (text, ms) => expect(dateTime(text)).toMatchObject({ ms, scale: 'utc' }));

it('reads no date in a sentence or without a year', () => {
  expect(dateTime('Mon Jan 21 09:14:27 the controller stopped')).toBeUndefined();
  expect(dateTime('Mon Jan 21 09:14:27 UTC')).toBeUndefined();
});

it('reads dmesg with uptime and with dates in other languages', () => {
  expect(uptimeTime('[77374.598482] x', 1)).toMatchObject({ ms: 77374598.482, scale: 'boot' });
  for (const text of [
    '[Sun Dec 20 15:18:39 2020]',
    '[So Dez 20 15:18:39 2020]',
    '[日 12月 20 15:18:39 2020]',
  ]) {
    expect(humanTime(text)).toMatchObject({ ms: Date.UTC(2020, 11, 20, 15, 18, 39), scale: 'utc' });
  }
});

it('reads web server time with its zone', () => {
  expect(webTime('x [13/May/2024:10:11:02 +0200] "GET')).toMatchObject({
    ms: Date.UTC(2024, 4, 13, 8, 11, 2),
    scale: 'utc',
  });
});
