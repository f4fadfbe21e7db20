/** What lines mean, what cards ask for, and what they say about answers. Part of `canvas`. */
export const zhCNLines = {
  line: {
    explicit: '论文明确提出',
    'explicit-general': '论文总体提出',
    'implied-strong': '从论文可明显推知',
    implied: '论文有所隐含',
    'implied-weak': '弱关联：仅供参考，不算对策',
    group: '小组自己连的',
    'relation-positive': '配合顺畅',
    'relation-weak': '联系薄弱',
    'relation-tension': '存在矛盾',
  },
  legend: '连线的含义',
  legendHint: '点选一条连线，可以看到它的依据。',
  placeholder: {
    dilemma: '遇到了什么困难？',
    remedy: '可以怎么办？',
    stakeholder: '谁？',
    action: '谁、做什么、何时完成？',
    practice: '哪里、怎么做成的？',
    evidence: '有什么依据？从哪里来？',
    note: '在这里写',
  },
  mark: {
    open: '还没有对策',
    weak: '仅有弱关联',
    remedies_other: '{{count}} 条对策',
    answers_other: '应对 {{count}} 项',
  },
}
