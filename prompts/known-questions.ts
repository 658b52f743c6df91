/** Questions that are offered as they stand, of a programme, of one of its conditions, and of a part of a notice. */
export const knownQuestionTexts = {
  ofProgramme: [
    '的申报条件是什么',
    '的申报对象是谁',
    '的支持经费是多少',
    '评选几家',
    '什么时候截止',
    '要交哪些材料',
    '怎么申报',
    '的联系人和电话是什么',
    '的任务目标是什么',
    '的经费不能用于什么',
  ],
  ofCondition: (programme: string, label: string): string => `${programme}的${label}要求是什么`,
  ofPart: (notice: string, heading: string): string => `${notice}中“${heading}”是怎么规定的`,
} as const
