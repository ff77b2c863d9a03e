/** Cross-validation: each example is judged by a model that never saw it. */

const FOLDS = 5;

/**
 * Fits a model to all but a fifth of the examples, and judges that fifth with it, five times over.
 * @param judge what the model, which hasn't seen the example, makes of it
 * @returns one judgement an example, in their order
 */
export function crossValidate<Example, Model, Judgement>(
  examples: readonly Example[],
  fitModel: (some: Example[]) => Model,
  judge: (model: Model, example: Example) => Judgement,
): Judgement[] {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitModel(examples.filter((_, i) => i % FOLDS !== fold)),
  );
  return examples.map((example, i) => judge(models[i % FOLDS] as Model, example));
}
