/** Ids that sort in the order in which they were made: `000001`, `000002` … */
export function countingIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return String(count).padStart(6, '0');
  };
}
