import type { enPhoneResults, enPhoneVote } from './en-phone-vote.ts'
import type { Translation } from './text-key.ts'

export const zhCNPhoneVote: Translation<typeof enPhoneVote> = {
  left_other: '还剩 {{count}} 票',
  given_other: '这一项 {{count}} 票，剩余 {{left}} 票。',
  answered: '共 {{total}} 项，已答 {{done}} 项',
  secret: '谁投了什么，别人都看不到。',
  done: '我投好了',
  isDone: '已投好',
  gone: '这张卡片已不在白板上',
  mergedInto: '已并入：{{text}}',
  search: '找一张卡片',
  nothingFound: '没有找到这样的卡片。',
  full: '这一项不能再加票了。',
  spent: '您的票已投完，先从别处减一票。',
  voted: '已有 {{count}} 人投票 · 现在 {{here}} 人在场',
  takeBackSure: '把您投的全部收回吗？',
  state: {
    none: '还没投票',
    saving: '正在发送…',
    waiting: '没联网，恢复后自动发送。',
    saved: '已收到，结束前都可以改。',
    refused: '没有收下：{{reason}}',
  },
}

export const zhCNPhoneResults: Translation<typeof enPhoneResults> = {
  choose: '看哪一次投票？',
  late: '您最后的改动在投票结束前没有收下，可能没有计入。',
}
