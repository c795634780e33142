/** Generated from the connectors. Do not edit: `npm run generate` writes it. */
export const AGENCY_LIST = [
  {
    "id": "civil-affairs",
    "title": "民政",
    "cadence": "daily",
    "promised": true,
    "transport": "sql-views",
    "recordTypes": [
      "CA01",
      "CA02",
      "CA03",
      "CA04",
      "CA05"
    ],
    "section": {
      "field": "civilAffairs",
      "title": "民政数据",
      "dataClass": {
        "name": "civil-affairs",
        "level": "L3"
      }
    }
  },
  {
    "id": "health-insurance",
    "title": "医保",
    "cadence": "monthly",
    "promised": true,
    "transport": "drop-folder",
    "recordTypes": [
      "HI01",
      "HI02",
      "HI03"
    ],
    "section": {
      "field": "healthInsurance",
      "title": "医保数据",
      "dataClass": {
        "name": "health-insurance",
        "level": "L4"
      }
    }
  },
  {
    "id": "education",
    "title": "教育",
    "cadence": "weekly",
    "promised": true,
    "transport": "http-pages",
    "recordTypes": [
      "ED01",
      "ED02",
      "ED03"
    ],
    "section": {
      "field": "education",
      "title": "教育数据",
      "dataClass": {
        "name": "education",
        "level": "L3"
      }
    }
  },
  {
    "id": "human-resources",
    "title": "人社",
    "cadence": "daily",
    "promised": true,
    "transport": "http-cursor",
    "recordTypes": [
      "HR01",
      "HR02",
      "HR03"
    ],
    "section": {
      "field": "humanResources",
      "title": "人社数据",
      "dataClass": {
        "name": "human-resources",
        "level": "L3"
      }
    }
  },
  {
    "id": "disability-federation",
    "title": "残联",
    "cadence": "monthly",
    "promised": true,
    "transport": "drop-folder",
    "recordTypes": [
      "DF01",
      "DF02"
    ],
    "section": {
      "field": "disability",
      "title": "残联数据",
      "dataClass": {
        "name": "disability",
        "level": "L4"
      }
    }
  },
  {
    "id": "housing",
    "title": "房管",
    "cadence": "monthly",
    "promised": false,
    "transport": "drop-folder",
    "recordTypes": [
      "HO01",
      "HO02",
      "HO03"
    ],
    "section": {
      "field": "housing",
      "title": "房管数据",
      "dataClass": {
        "name": "housing",
        "level": "L3"
      }
    }
  }
] as const;
