/** Why an agency's own process or the gateway could not work. */
export const FEDERATION_ERRORS = {
  HUB_NOT_CONFIGURED: {
    zh: '未配置平台地址或令牌文件',
    en: 'this process does not know its hub: {missing} is not set',
    suggestion: 'Set WANJIA_HUB_URL, and WANJIA_HUB_TOKEN_FILE to a file with a token of the agency’s client.',
  },
  HUB_UNREACHABLE: {
    zh: '平台暂不可达',
    en: 'the hub did not answer',
    suggestion: 'What is held goes on being shown; the hub is asked again by itself.',
  },
  HUB_REFUSED: {
    zh: '平台拒绝了请求({code})',
    en: 'the hub refused a question of this process ({code})',
    suggestion: 'Check that the client holds the role of this agency’s subgraph and the purpose linking.',
  },
  HUB_DATABASE: {
    zh: '该数据库属于平台,不能用作子图数据库',
    en: 'this database is a hub’s: an agency’s process needs one of its own',
    suggestion: 'Set DATABASE_URL to a database of this process, or leave it out for an embedded one.',
  },
  PART_NOT_STARTED: {
    zh: '子进程未能启动:{part}',
    en: 'a process ended before it served: {part}',
    suggestion: 'Its own messages say why.',
  },
  CONNECTOR_EXISTS: {
    zh: '部门 {agency} 已有连接器',
    en: 'there is a connector for {agency} already',
    suggestion: 'Change what its folder says, or choose another id.',
  },
  GATEWAY_NOT_INSTALLED: {
    zh: '网关尚未安装',
    en: 'the gateway is a package of its own and is not installed',
    suggestion: 'Run npm ci --prefix gateway.',
  },
} as const;
