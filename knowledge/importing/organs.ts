/** How the names of those end that issue notices. */
export const organ =
  /(?:局|厅|府|委|会|办公室|办|部|院|署|中心|集团|公司|大学|学院|联盟|领导小组|馆|所|站|校|科协|关|银行|支行|分行|队|社|小学|中学|党组|工会)$/u
