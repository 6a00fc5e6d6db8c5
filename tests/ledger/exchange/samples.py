"""Files laid out as the apps' own: written for the tests, about nobody."""

from __future__ import annotations

import json

SPLITWISE = """\
Date,Description,Category,Cost,Currency,Mira,Tomas,Ines

2024-05-01,Ferry,Bus/train,90.00,EUR,60.00,-30.00,-30.00
2024-05-02,"Dinner, late",Dining out,100.00,EUR,-33.33,66.67,-33.34
2024-05-03,Tomas paid Mira,Payment,20.00,EUR,-20.00,20.00,0.00
2024-05-04,Taxi,Taxi,3000,JPY,-1500,1500,0
2024-05-05,Settle all balances,Payment,0.00,EUR,0.00,0.00,0.00
2024-05-06,Deposit back,General,-60.00,EUR,-40.00,20.00,20.00
2024-05-07,Two paid,General,90.00,EUR,15.00,15.00,-30.00

2024-05-31,Total balance, , ,EUR,-18.33,91.67,-73.34
2024-05-31,Total balance, , ,JPY,-1500,1500,0
"""
SPLITWISE_FRIEND = """\
\ufeffNote: does not include group expenses

Datum;Beschreibung;Kategorie;Kosten;Währung;Jörg;Änne (removed)

2024-02-03;Gemüse;Lebensmittel;1.012,50;EUR;506,25;-506,25
2024-02-04;Änne bezahlt Jörg;Zahlung;6,25;EUR;-6,25;6,25

2024-02-29;Gesamtbetrag;;;EUR;500,00;-500,00
"""
SPLITWISE_PAIRS = """\
Date,Description,Category,Cost,Currency,Mira paid,Mira owed,Tomas paid,Tomas owed
2024-05-01,Lunch,Dining out,30.00,EUR,20.00,15.00,10.00,15.00
2024-05-02,Tickets,Movies,18.00,EUR,0.00,9.00,18.00,9.00
2024-05-31,Total balance, , ,EUR,20.00,24.00,28.00,24.00
"""
SPLIIT = json.dumps(
    {
        "id": "g1",
        "name": "Hut",
        "information": "",
        "currency": "€",
        "currencyCode": "EUR",
        "expenses": [
            {
                "id": "e1",
                "createdAt": "2025-01-02T10:00:00.000Z",
                "expenseDate": "2025-01-02T00:00:00.000Z",
                "title": "Wood",
                "category": {"grouping": "Home", "name": "Household Supplies"},
                "amount": 1000,
                "originalAmount": None,
                "originalCurrency": None,
                "conversionRate": None,
                "paidById": "p1",
                "paidFor": [
                    {"participantId": "p1", "shares": 100},
                    {"participantId": "p2", "shares": 100},
                    {"participantId": "p3", "shares": 100},
                ],
                "isReimbursement": False,
                "splitMode": "EVENLY",
                "recurrenceRule": "NONE",
                "notes": "dry",
            },
            {
                "id": "e2",
                "expenseDate": "2025-01-03T00:00:00.000Z",
                "title": "Skis",
                "category": None,
                "amount": 9000,
                "paidById": "p2",
                "paidFor": [
                    {"participantId": "p1", "shares": 200},
                    {"participantId": "p3", "shares": 100},
                ],
                "isReimbursement": False,
                "splitMode": "BY_SHARES",
                "notes": None,
            },
            {
                "id": "e3",
                "expenseDate": "2025-01-03T00:00:00.000Z",
                "title": "Back",
                "category": {"grouping": "Uncategorized", "name": "Payment"},
                "amount": 6000,
                "paidById": "p1",
                "paidFor": [{"participantId": "p2", "shares": 100}],
                "isReimbursement": True,
                "splitMode": "EVENLY",
            },
            {
                "id": "e4",
                "expenseDate": "2025-01-04T00:00:00.000Z",
                "title": "Bottles",
                "amount": -300,
                "paidById": "p3",
                "paidFor": [
                    {"participantId": "p1", "shares": -100},
                    {"participantId": "p3", "shares": -200},
                ],
                "isReimbursement": False,
                "splitMode": "BY_AMOUNT",
            },
            {
                "id": "e5",
                "expenseDate": "2025-01-05T00:00:00.000Z",
                "title": "Lift",
                "amount": 500,
                "paidById": "p1",
                "paidFor": [
                    {"participantId": "p2", "shares": 2500},
                    {"participantId": "p3", "shares": 7500},
                ],
                "isReimbursement": False,
                "splitMode": "BY_PERCENTAGE",
            },
        ],
        "participants": [
            {"id": "p1", "name": "Mira"},
            {"id": "p2", "name": "Tomas"},
            {"id": "p3", "name": "Ines"},
        ],
        "activities": [],
    }
)
SPLIIT_OLD = json.dumps(
    {
        "id": "g2",
        "name": "Flat",
        "currency": "points",
        "expenses": [
            {
                "id": "x",
                "expenseDate": "2023-01-02T00:00:00.000Z",
                "title": "Rent",
                "amount": 100_00,
                "paidById": "a",
                "paidFor": [
                    {"participantId": "a", "shares": 1},
                    {"participantId": "b", "shares": 1},
                ],
                "isReimbursement": False,
                "splitMode": "EVENLY",
            },
            {
                "id": "y",
                "expenseDate": "2023-01-02T00:00:00.000Z",
                "title": "Nobody knows",
                "amount": 100_00,
                "paidById": "gone",
                "paidFor": [{"participantId": "a", "shares": 1}],
                "isReimbursement": False,
                "splitMode": "EVENLY",
            },
        ],
        "participants": [{"id": "a", "name": "Mira"}, {"id": "b", "name": "Tomas"}],
    }
)
SPLIIT_CSV = """\
\ufeff"Date","Description","Category","Currency","Cost","Is Reimbursement","Split mode","Mira","Tomas"
"2025-01-06","Dinner","Food","₹","5000.00","No","Evenly",2500,-2500
"2025-01-07","Present","Gifts","₹","300.00","No","Evenly",0,-300
"""
SPLIIT_CSV_NEW = """\
"Date","Description","Category","Currency","Cost","Original cost","Original currency","Conversion rate","Is Reimbursement","Split mode","Mira","Tomas","Ines"
"2025-01-06","Dinner","Food","EUR","10.00","","","","No","Evenly",3.33,-3.33,-3.33
"2025-01-08","Refund","","EUR","-6.00","","","","No","Unevenly – By amount",-4,2,0
"""
IHATEMONEY = """\
what,bill_type,amount,currency,date,payer_name,payer_weight,owers
fondue,Expense,30.0,XXX,2024-01-02,Mira,2.0,"Mira, Tomas"
tomas pays back,Reimbursement,10.0,XXX,2024-01-03,Tomas,1.0,Mira
cheese,Expense,-6.0,XXX,2024-01-04,Tomas,1.0,"Mira, Tomas"
"""
IHATEMONEY_OLD = """\
date,what,amount,payer_name,payer_weight,owers
2017-01-01,refund,13.33,tata,1.0,fred
2016-12-31,red wine,200.0,fred,1.0,"zorglub, tata"
2016-12-31,broken,x,fred,1.0,"zorglub, tata"
"""
IHATEMONEY_JSON = json.dumps(
    [
        {
            "date": "2024-01-02",
            "what": "raclette",
            "bill_type": "Expense",
            "amount": 25.5,
            "currency": "CHF",
            "payer_name": "Mira",
            "payer_weight": 1.0,
            "owers": ["Mira", "Tomas, the elder"],
        }
    ]
)
COSPEND = """\
name,weight,active,color
"Mira",1,1,"#499aa2"
"Tomas",2,1,"#d09e6d"

what,amount,date,timestamp,payer_name,payer_weight,payer_active,owers,repeat,repeatfreq,repeatallactive,repeatuntil,categoryid,paymentmode,paymentmodeid,comment,deleted
"Dinner",42.6,2024-01-15,1705276800,"Mira",1,1,"Mira,Tomas",n,1,0,,12,n,0,"pizza+%26+drinks",0
"gone",10,2024-01-16,1705276800,"Mira",1,1,"Mira,Tomas",n,1,0,,0,n,0,"",1
"back",8.40,2024-01-17,1705276800,"Tomas",2,1,"Mira",n,1,0,,-11,n,0,"",0

categoryname,categoryid,icon,color
"Bar/Party",12,"x","#aa55ff"

paymentmodename,paymentmodeid,icon,color
"Cash",1,"x","#556B2F"

currencyname,exchange_rate
"EUR",1
"""
COSPEND_OLD = """\
what,amount,date,timestamp,payer_name,payer_weight,payer_active,owers,repeat,categoryid,paymentmode
"deleteMeIfYouWant",1,1970-01-01,666,"Mira",1,1,"Mira",n,0,n
"deleteMeIfYouWant",1,1970-01-01,666,"Tomas",3,1,"Tomas",n,0,n
"Boat",40,2019-07-01,1562000000,"Tomas",3,1,"Mira,Tomas",n,0,n
"""
SETTLE_UP = """\
Who paid,Amount,Currency,For whom,Split amounts,Purpose,Category,Date & time,Exchange rate,Converted amount,Type,Receipt
Mira,30,EUR,Mira;Tomas;Ines,10;10;10,Museum,🎨,2024-06-01 12:30:00,,30,expense,
Mira;Tomas,20;40,EUR,Mira;Tomas;Ines,20;20;20,Boat,,2024-06-02 12:30:00,,60,expense,
Ines,30,EUR,Tomas,30,,,2024-06-03 12:30:00,,30,transfer,
Tomas,9,EUR,Mira;Tomas;Ines,3;3;3,Deposit,,2024-06-04 12:30:00,,9,income,
"""
SETTLE_UP_DOLLARS = """\
"Who paid","Amount","Currency","For whom","Split amounts","Purpose","Category","Date & time","Exchange rate","Converted amount","Type","Receipt"
"Mira","10","USD","Mira;Tomas;Ines","3.333333;3.333333;3.333333","Bread","","2024-06-01 12:30:00","","","expense",""
"Mira","10","EUR","Mira;Tomas","9;9","Odd","","2024-06-01 12:30:00","","","expense",""
"""
SPLID = SETTLE_UP.replace("Exchange rate", "Timezone,Exchange rate").replace(
    ":00,,", ":00,Europe/Lisbon,,"
)
SPLID_DOLLARS = """\
"Who paid","Amount","Currency","For whom","Split amounts","Purpose","Category","Date & time","Timezone","Exchange rate","Converted amount","Type","Receipt"
"Ines","45.50","USD","Mira;Tomas","20;25.50","Tickets, both","Fun","2024-07-01 09:15:00","America/New_York","","","expense",""
"Mira","5","USD","Ines","5","","","2024-07-02 09:15:00","America/New_York","","","transfer",""
"""
TRICOUNT = """\
"Title","Amount","Currency","Exchange rate","Amount in default currency (EUR)","Transaction type","Category","Paid by","Paid by Mira","Paid by Tomas","Impacted to Mira","Impacted to Tomas","Date & time"
"Sushi","45.01","EUR","1","45.01","Expense","Food","Mira","45.01","0","22.51","22.50","2024-03-02 20:00"
"Refund","12","EUR","1","12","Income","","Tomas","0","12","6","6","2024-03-03 20:00"
"Back","10","EUR","1","10","Transfer","","Tomas","0","10","10","0","2024-03-04 20:00"
"""
SESTERCE = """\
Date,Title,Paid by Mira,Paid by Tomas,Paid for Mira,Paid for Tomas,Currency,Category,Exchange rate
2024-03-02,Fuel,30.0,0.0,15.0,15.0,GBP,Transport,1.2
2024-03-04,Back,0.0,10.0,10.0,0.0,GBP,Money Transfer,1.2
"""
SPLITPRO = json.dumps(
    {
        "version": 1,
        "exportedAt": "2025-02-01T00:00:00.000Z",
        "exportedByUserId": 1,
        "users": [
            {"id": 1, "name": "Mira", "email": "m@example.org"},
            {"id": 2, "name": None, "email": "t@example.org"},
            {"id": 3, "name": "Mira", "email": None},
        ],
        "groups": [],
        "expenses": [
            {
                "id": "c1",
                "name": "Rink",
                "category": "sports",
                "amount": "3000",
                "currency": "USD",
                "splitType": "EQUAL",
                "expenseDate": "2025-01-05T00:00:00.000Z",
                "paidByUserId": 1,
                "participants": [
                    {"userId": 1, "amount": "2000"},
                    {"userId": 2, "amount": "-1000"},
                    {"userId": 3, "amount": "-1000"},
                ],
            },
            {
                "id": "c2",
                "name": "Settle up",
                "category": "general",
                "amount": "1000",
                "currency": "USD",
                "splitType": "SETTLEMENT",
                "expenseDate": "2025-01-06T00:00:00.000Z",
                "paidByUserId": 2,
                "participants": [
                    {"userId": 2, "amount": "1000"},
                    {"userId": 1, "amount": "-1000"},
                ],
            },
            {"id": "c3", "amount": "12", "currency": "USD", "paidByUserId": 9},
        ],
    }
)
SPLITPRO_PARTS = json.dumps(
    {
        "version": 1,
        "users": [{"id": "u1", "name": "Mira"}, {"id": "u2", "name": "Tomas"}],
        "expenses": [
            {
                "id": 7,
                "name": "Tea",
                "amount": 500,
                "currency": "JPY",
                "splitType": "EXACT",
                "expenseDate": "2025-01-05",
                "paidByUserId": "u2",
                "participants": [
                    {"userId": "u1", "amount": 200},
                    {"userId": "u2", "amount": 300},
                ],
            }
        ],
    }
)
