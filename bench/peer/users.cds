// The properties of a Graph user that the query mix touches. Names are compared by code point, so that an index serves the order.
entity bench.User {
  key id                : String(36);
      userPrincipalName : String;
      displayName       : String;
      givenName         : String;
      surname           : String;
      mail              : String;
      mailNickname      : String;
      jobTitle          : String;
      department        : String;
      city              : String;
      country           : String;
      companyName       : String;
      officeLocation    : String;
      employeeId        : String;
      mobilePhone       : String;
      preferredLanguage : String;
      usageLocation     : String;
      userType          : String;
      accountEnabled    : Boolean;
      createdDateTime   : Timestamp;
      businessPhones    : many String;
}

// Users has what Graph returns by default, so that both send the same bytes without $select; People has everything to filter by.
@path: '/odata'
@cds.query.limit: {default: 100, max: 999}
service Directory {
  @readonly entity Users as select from bench.User {
    key id, businessPhones, displayName, givenName, jobTitle, mail, mobilePhone, officeLocation, preferredLanguage, surname, userPrincipalName
  };
  @readonly entity People as projection on bench.User;
}
