/** Where an address is, as the firewall wrote it. For private networks it writes their range (10.0.0.0-10.255.255.255): no place. */
export function placeName(location: string | null): string | null {
  return location !== null && /^[\d.:a-f]+-[\d.:a-f]+$/i.test(location) && /[.:]/.test(location) ? null : location
}
