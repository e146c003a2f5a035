# smtplib doubles the dots, makes CR LF of line ends, and knows which codes are refusals.
import smtplib
import sys

host, port, sender, recipient, name = sys.argv[1:]
with open(name) as file:
    text = file.read()
mail = f'From: <{sender}>\nTo: <{recipient}>\nSubject: a text\n\n{text}'
try:
    with smtplib.SMTP(host, int(port)) as server:
        server.sendmail(sender, recipient, mail)
except (smtplib.SMTPException, OSError) as error:
    sys.exit(f'not mailed: {error}')
