/**
 * What the book of roll calls (点呼記録簿) says of the detector where its number was not asked. The book is kept in Japanese,
 * whatever language the driver's screen speaks.
 */
export const NO_NUMBER_SAID = "自己申告";
