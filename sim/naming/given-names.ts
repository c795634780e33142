/** The given names of a generation: whole two-character names, and characters that combine. */
export interface GivenNames {
  readonly whole: readonly string[];
  readonly first: string;
  readonly second: string;
  /** Share of names with one character. */
  readonly single: number;
}

export interface Generation {
  /** First birth year of the generation. */
  readonly from: number;
  readonly male: GivenNames;
  readonly female: GivenNames;
}

/** Fashions in given names, oldest first. */
export const GENERATIONS: readonly Generation[] = [
  {
    from: 1900,
    male: {
      whole: ['阿毛', '阿根', '根宝', '金生', '福生', '阿林'],
      first: '福根德金长永荣宝海士鸿炳',
      second: '生根宝荣福祥林发泉昌麟',
      single: 0.02,
    },
    female: {
      whole: ['阿娣', '阿妹', '招娣', '巧英', '素珍', '月娥'],
      first: '秀桂玉素月宝美凤惠金雪',
      second: '英珍芳兰娣宝琴娥仙妹贞',
      single: 0.01,
    },
  },
  {
    from: 1949,
    male: {
      whole: ['建国', '国强', '卫国', '解放', '国庆', '新民'],
      first: '建国志永卫新明文金德海',
      second: '国华明民强平林刚军祥昌',
      single: 0.08,
    },
    female: {
      whole: ['秀英', '建华', '玉兰', '桂芳', '惠英', '文娣'],
      first: '秀玉桂惠丽美建雅慧文爱',
      second: '英华芳兰珍琴萍敏娟蓉',
      single: 0.06,
    },
  },
  {
    from: 1966,
    male: {
      whole: ['卫东', '红军', '建军', '志强', '向阳'],
      first: '建志卫文海伟国俊宏晓',
      second: '军东强刚峰明平斌勇伟',
      single: 0.32,
    },
    female: {
      whole: ['红梅', '卫红', '丽华', '海燕', '晓红'],
      first: '丽红海晓文雪美玉春慧',
      second: '梅萍燕霞芳红华静敏娟',
      single: 0.3,
    },
  },
  {
    from: 1980,
    male: {
      whole: ['志伟', '晓东', '文杰', '海峰', '俊杰'],
      first: '志晓文海俊嘉明佳宇国',
      second: '伟杰峰磊超鹏亮斌辉豪',
      single: 0.42,
    },
    female: {
      whole: ['晓燕', '佳怡', '雯婷', '静怡', '雅静'],
      first: '晓佳静雅梦思雯婷丽倩',
      second: '婷怡静雯燕颖琳洁敏娜',
      single: 0.36,
    },
  },
  {
    from: 1995,
    male: {
      whole: ['嘉豪', '俊杰', '浩然', '子豪', '宇轩'],
      first: '嘉浩子俊宇天泽文明思',
      second: '豪杰轩然宇成翔昊远鑫',
      single: 0.18,
    },
    female: {
      whole: ['欣怡', '诗琪', '雨欣', '思颖', '嘉欣'],
      first: '欣诗雨思嘉梦子佳若雪',
      second: '怡琪欣颖妍瑶涵雯彤蕾',
      single: 0.14,
    },
  },
  {
    from: 2008,
    male: {
      whole: ['宇轩', '浩宇', '梓豪', '奕辰', '沐宸'],
      first: '梓奕沐宇浩承景亦泽知',
      second: '轩辰宇宸泽睿阳霖安行',
      single: 0.04,
    },
    female: {
      whole: ['梓涵', '语桐', '一诺', '沐晴', '若溪'],
      first: '梓语沐若诗芷艺安清知',
      second: '涵桐晴溪瑶萱诺悠彤汐',
      single: 0.03,
    },
  },
];
