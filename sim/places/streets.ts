export const DISTRICT_CODE = '310105';

/** A street or town of Changning with real road names and its weight in people. */
export interface Street {
  readonly code: string;
  readonly name: string;
  readonly committees: number;
  readonly weight: number;
  readonly roads: readonly string[];
}

export const STREETS: readonly Street[] = [
  street('001', '华阳路街道', 21, 11, '华阳路 安化路 万航渡路 凯旋路 定西路 汇川路 武夷路 长宁路'),
  street('002', '江苏路街道', 13, 8, '江苏路 愚园路 宣化路 延安西路 镇宁路 武定西路 诸安浜路'),
  street('004', '新华路街道', 17, 11, '新华路 番禺路 法华镇路 幸福路 香花桥路 定西路 淮海西路'),
  street('005', '周家桥街道', 21, 9, '长宁路 玉屏南路 哈密路 古北路 云雾山路 娄山关路 中山西路'),
  street('006', '天山路街道', 19, 11, '天山路 玉屏南路 茅台路 遵义路 紫云路 芙蓉江路 古北路'),
  street('008', '仙霞新村街道', 23, 12, '仙霞路 茅台路 水城路 安龙路 威宁路 芙蓉江路 虹古路'),
  street('009', '虹桥街道', 17, 9, '虹桥路 延安西路 伊犁南路 黄金城道 荣华东道 水城南路 红宝石路 姚虹路'),
  street('010', '程家桥街道', 9, 5, '虹桥路 程家桥路 哈密路 虹古路 可乐路 虹梅路'),
  street('011', '北新泾街道', 15, 8, '新泾路 北渔路 天山西路 剑河路 金钟路 新渔路 平塘路'),
  street('102', '新泾镇', 33, 16, '北翟路 淞虹路 泉口路 福泉路 协和路 广顺北路 林泉路 双流路 金钟路'),
];

function street(code: string, name: string, committees: number, weight: number, roads: string): Street {
  return { code: DISTRICT_CODE + code, name, committees, weight, roads: roads.split(' ') };
}
