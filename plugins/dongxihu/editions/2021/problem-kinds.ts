/** The six kinds of problems of part two; each key stands for the clause that describes it. */
export const problemKinds = {
  'orders-ignored': { zh: '有令不行，有禁不止', en: 'Orders not carried out' },
  'duty-shirked': { zh: '肩无担当，失职失责', en: 'Duty shirked' },
  'people-slighted': { zh: '漠视群众，敷衍应付', en: 'People slighted' },
  'buck-passing': { zh: '推诿扯皮，本位主义', en: 'Passing the buck' },
  copying: { zh: '照搬照抄，脱离实际', en: 'Copying without looking' },
  fabrication: { zh: '弄虚作假，应付检查', en: 'Fabrication' },
};
