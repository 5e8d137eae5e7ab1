/**
 * Counts the results of a test run. A skipped test counts as failed: nothing is left out in silence. A run that ended
 * badly without a failed test (a crash, an error outside any test) counts as one failure more.
 * @param {{code: number, report: string | undefined}} run  exit code and JSON report, when one was written
 */
export function countResults({ code, report }) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: [] };
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(report);
  const emptyFiles = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const skipped = testResults.flatMap((file) =>
    file.assertionResults.filter((test) => test.status !== "passed" && test.status !== "failed"),
  );
  const failed = numTotalTests - numPassedTests + emptyFiles.length;
  return {
    passed: numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: skipped.map((test) => test.fullName),
  };
}
