import type { Locale } from '@remedyboard/shared/protocol/locale'
import { ServerSecretError } from './access/server-secret.ts'
import { SettingError } from './settings.ts'
import { StoreError } from './storage/store-error.ts'

interface Attempt {
  port: number
  host: string
  dataDir: string
}

/** The language of the terminal, as its environment says. */
export function terminalLocale(environment: NodeJS.ProcessEnv): Locale {
  const language = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return /^zh/i.test(language) ? 'zh-CN' : 'en'
}

/** One line for a person who is no programmer: what went wrong and what to do. */
export function startUpFailure(error: unknown, attempt: Attempt, locale: Locale): string {
  const [en, zh] = explain(error, attempt)
  // A path or a message of the system could hold line breaks.
  return (locale === 'zh-CN' ? zh : en).replaceAll(/\s+/gu, ' ').trim()
}

function explain(error: unknown, { port, host, dataDir }: Attempt): [en: string, zh: string] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof SettingError) return [error.message, `设置有误，无法启动：${error.message}`]
  if (error instanceof ServerSecretError) {
    return [
      `The file ${error.path} is damaged. Put it back from a backup; if there is none, delete it (all old links and sign-ins stop working) and start again.`,
      `文件 ${error.path} 已损坏。请用备份恢复；没有备份就删除它（旧链接和登录都会失效），然后重新启动。`,
    ]
  }
  switch (code) {
    case 'EADDRINUSE':
      return [
        `Port ${port} is already in use: close the other program (perhaps Remedyboard is already running), or choose another port by putting PORT=${otherPort(port)} before the command.`,
        `端口 ${port} 已被占用：请关闭占用它的程序（也可能 Remedyboard 已经在运行），或在命令前加上 PORT=${otherPort(port)} 换一个端口。`,
      ]
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return [
        `HOST=${host} is not an address of this machine: leave HOST out to serve everybody on the network, or use HOST=127.0.0.1.`,
        `HOST=${host} 不是本机的地址：去掉 HOST 设置即可供整个局域网访问，或改用 HOST=127.0.0.1。`,
      ]
    case 'corrupt':
      return [
        `The database in ${dataDir} is damaged. Move that folder away and put a backup in its place, or start with another one: DATA_DIR=./data-new.`,
        `${dataDir} 中的数据库已损坏。请移走这个文件夹并换成备份，或者用新的文件夹启动：DATA_DIR=./data-new。`,
      ]
    case 'in-use':
      return [
        `Another program is using the database in ${dataDir}: Remedyboard is probably running already. Close it, or use another folder: DATA_DIR=./data-new.`,
        `${dataDir} 中的数据库正被其他程序使用：Remedyboard 可能已经在运行。请先关闭它，或换一个文件夹：DATA_DIR=./data-new。`,
      ]
    case 'newer-schema':
      return [
        `The database in ${dataDir} was written by a newer version of Remedyboard: update the program, or use another folder: DATA_DIR=./data-old.`,
        `${dataDir} 中的数据库来自更新版本的 Remedyboard：请升级程序，或换一个文件夹：DATA_DIR=./data-old。`,
      ]
    case 'disk-full':
    case 'ENOSPC':
      return [`The disk that holds ${dataDir} is full: make room, then start again.`, `${dataDir} 所在的磁盘已满：请腾出空间后重新启动。`]
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
    case 'folder-unwritable':
      return code === 'EACCES' && error instanceof Error && 'syscall' in error && error.syscall === 'listen'
        ? [
            `Port ${port} needs administrator rights: choose one above 1023, such as PORT=3000.`,
            `端口 ${port} 需要管理员权限：请换一个大于 1023 的端口，例如 PORT=3000。`,
          ]
        : [
            `The data folder ${dataDir} cannot be written: give yourself write access to it, or choose another folder by putting DATA_DIR=/path/to/folder before the command.`,
            `数据文件夹 ${dataDir} 无法写入：请为自己开通写入权限，或在命令前加上 DATA_DIR=/文件夹路径 换一个位置。`,
          ]
    default: {
      const detail = error instanceof Error ? error.message : String(error)
      const kind = error instanceof StoreError ? `The store in ${dataDir} cannot be opened` : 'The server cannot start'
      return [`${kind}: ${detail}`, `服务器无法启动：${detail}`]
    }
  }
}

function otherPort(port: number): number {
  return port === 65_535 ? 3000 : port + 1
}
