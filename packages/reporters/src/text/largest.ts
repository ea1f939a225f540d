/** The largest of the numbers, or 0. Unlike `Math.max(...numbers)` it takes any number of them. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => (number > most ? number : most), 0);
}
