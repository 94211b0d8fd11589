/** No inline style, no code in attributes, nothing kept in the browser's storage; a refused form is shown too. */
export const HTMX_CONFIG = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  selfRequestsOnly: true,
  historyEnabled: false,
  historyCacheSize: 0,
  timeout: 20_000,
  responseHandling: [
    { code: '204', swap: false },
    { code: '2..', swap: true },
    { code: '422', swap: true },
    { code: '...', swap: false, error: true },
  ],
});
