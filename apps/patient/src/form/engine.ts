/**
 * What reads a form and works on its answers. Fetched by itself, beside the page that shows the form: together they would be
 * more than one route may weigh.
 */
export {
  addRepeat,
  evaluate,
  inLanguage,
  loadExpressions,
  readForm,
  removeRepeat,
  sameAnswer,
  startResponse,
  whoReads,
  withAnswer,
  withDeclined,
} from '@skute/forms/rules';
