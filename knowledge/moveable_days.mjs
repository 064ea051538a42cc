// Days kept by the Islamic, Persian, Hebrew and Chinese calendars, 1979 to 2035, computed with the
// calendars that ship in ICU (the library behind JavaScript's Intl). No input, no network:
//   node knowledge/moveable_days.mjs > bede/data/moveable_days.csv
// The Islamic days are the Umm al-Qura calendar's; sightings elsewhere can differ by a day.
const FROM = 1979, TO = 2035
const DAYS = [
  // key, ICU calendar, month, day
  ['ramadan', 'islamic-umalqura', 9, 1], ['eid al-fitr', 'islamic-umalqura', 10, 1],
  ['eid al-adha', 'islamic-umalqura', 12, 10], ['islamic new year', 'islamic-umalqura', 1, 1],
  ['ashura', 'islamic-umalqura', 1, 10], ['mawlid', 'islamic-umalqura', 3, 12],
  ['nowruz', 'persian', 1, 1], ['passover', 'hebrew', 'Nisan', 15], ['rosh hashanah', 'hebrew', 'Tishri', 1],
  ['yom kippur', 'hebrew', 'Tishri', 10], ['sukkot', 'hebrew', 'Tishri', 15], ['hanukkah', 'hebrew', 'Kislev', 25],
  ['lunar new year', 'chinese', 1, 1],
]
const formats = new Map(DAYS.map(([, calendar, month]) => [calendar, new Intl.DateTimeFormat(
  `en-u-ca-${calendar}`, { day: 'numeric', month: typeof month === 'string' ? 'long' : 'numeric', timeZone: 'UTC' })]))
console.log('holiday,year,date,source')
for (const [key, calendar, month, day] of DAYS) {
  const format = formats.get(calendar)
  for (let t = Date.UTC(FROM, 0, 1); t < Date.UTC(TO + 1, 0, 1); t += 86400000) {
    const parts = Object.fromEntries(format.formatToParts(t).map(p => [p.type, p.value]))
    if (parts.month === String(month) && parts.day === String(day)) {
      const date = new Date(t).toISOString().slice(0, 10)
      console.log(`${key},${date.slice(0, 4)},${date},ICU ${process.versions.icu} ${calendar} calendar`)
    }
  }
}
