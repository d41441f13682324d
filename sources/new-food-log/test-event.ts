/** Every field of real events. */
export default {
  isFavorite: false,
  logDate: "2026-03-20",
  logId: "26013218219",
  loggedFood: {
    accessLevel: "PUBLIC",
    amount: 1,
    brand: "Subway",
    calories: 280,
    foodId: "14022778",
    locale: "en_US",
    mealTypeId: 3,
    name: "6 inch Turkey Breast",
    unit: {
      id: 179,
      name: "item",
      plural: "items",
    },
    units: [
      179,
    ],
  },
  nutritionalValues: {
    calories: 280,
    carbs: 46,
    fat: 3.5,
    fiber: 5,
    protein: 18,
    sodium: 760,
  },
};

/** The same food as Google Health tells of it. */
export const onGoogleHealth = {
  logDate: "2026-03-20",
  logId: "8808518358174752985",
  loggedFood: {
    amount: 1,
    calories: 280,
    foodId: "14022778",
    mealTypeId: 3,
    name: "6 inch Turkey Breast",
    unit: {
      id: 179,
      name: "item",
    },
  },
  nutritionalValues: {
    calories: 280,
    carbs: 46,
    fat: 3.5,
    fiber: 5,
    protein: 18,
    sodium: 760,
  },
};
