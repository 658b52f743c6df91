/** How people say that something is in Shanghai: the city and its districts. */
export const shanghai: readonly string[] = [
  ...['上海', '沪', '本市', '全市', '我市'],
  ...['黄浦', '徐汇', '长宁', '静安', '普陀', '虹口', '杨浦', '闵行', '宝山', '嘉定', '浦东', '金山', '松江', '青浦'],
  ...['奉贤', '崇明'],
]
