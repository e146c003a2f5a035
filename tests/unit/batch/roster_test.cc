#include "batch/roster.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hh"

namespace sockgrade::batch {
namespace {

using testing::ElementsAre;

std::string roster_problems(const std::string& text) {
    try {
        read_roster(text, "class.csv");
    } catch (const SpecError& error) {
        return error.what();
    }
    return "";
}

TEST(Roster, ReadsWhatCourseSystemsExport) {
    for (const char* text :
         {"id,name\n7,Ann Lee\n8,\"Bo \"\"B\"\" Ray\"\n",
          "\xef\xbb\xbfName;SIS User ID;Section\r\nAnn Lee;7;1\r\n\r\n\"Bo \"\"B\"\" Ray\";8;1",
          "Student\tID\n Ann Lee \t7\nBo \"B\" Ray\t8\n"}) {
        const auto roster = read_roster(text, "class.csv");
        ASSERT_EQ(roster.size(), 2U) << text;
        EXPECT_EQ(roster[0].id, "7");
        EXPECT_EQ(roster[0].name, "Ann Lee");
        EXPECT_EQ(roster[1].id, "8");
        EXPECT_EQ(roster[1].name, "Bo \"B\" Ray");
    }
}

TEST(Roster, SaysWhatIsWrongAndWhere) {
    EXPECT_EQ(roster_problems(""),
              "class.csv:1:1: the class list is empty; its first line should be id,name");
    EXPECT_EQ(roster_problems("a,b\n1,2\n"),
              "class.csv:1:1: the first line should name the columns: id,name");
    EXPECT_EQ(roster_problems("id,name\n"), "class.csv:1:1: the class list names no student");
    EXPECT_EQ(roster_problems("id,name\n7,\"Ann\n8,Bo\n"), "class.csv:2:3: a quote is not closed");
    EXPECT_EQ(roster_problems("name,id\nAnn,7\nBo,7\n"), "class.csv:3:4: the id \"7\" is here twice");
    EXPECT_EQ(roster_problems("id,name\n7,J\xf6rg\n"), "class.csv:1:1: not UTF-8 text; save it as CSV UTF-8");
}

std::vector<std::string> ids_and_names(const std::vector<RosterEntry>& roster) {
    std::vector<std::string> all;
    for (const RosterEntry& one : roster) all.push_back(one.id + " " + one.name);
    return all;
}

// As its grade book is exported: rows that are no students, and a student for trying things out.
TEST(Roster, CanvasGradeBookWorksAsItIs) {
    const auto roster = read_roster(
        "Student,ID,SIS User ID,SIS Login ID,Section,\"Homework 1, TCP (101)\",Current Score\r\n"
        ",,,,,Manual Posting,(read only)\r\n"
        "    Points Possible,,,,,10,(read only)\r\n"
        "\"Lee, Ann\",5001,s7,ann@x.edu,\"S1, early\",9.5,88\r\n"
        "\"van der Berg, Jan\",5002,s8,jan@x.edu,S1,,\r\n"
        "\"Student, Test\",5009,,0123456789abcdef0123456789abcdef01234567,S1,,\r\n",
        "grades.csv");
    EXPECT_THAT(ids_and_names(roster), ElementsAre("5001 Lee, Ann", "5002 van der Berg, Jan"));
    const ClassList list(roster);
    EXPECT_EQ(list.find({"5002", "vanderbergjan"}), 1U);
    EXPECT_EQ(list.find({"", "vanderbergjan"}), 1U);
    EXPECT_EQ(list.find({"", "s7"}), 0U);
    EXPECT_EQ(list.find({"", "Ann@x.edu"}), 0U);
    EXPECT_EQ(list.find({"", "jan"}), 1U);  // the login's beginning
}

// The grader report and the list of participants, in the languages of Moodle.
TEST(Roster, MoodleExportsWorkAsTheyAre) {
    for (const char* header :
         {"First name,Surname,ID number,Institution,Department,Email address,Assignment: TCP (Real)",
          "First name,Last name,ID number,Institution,Department,Email address,Assignment: TCP (Real)",
          "Vorname,Nachname,ID-Nummer,Institution,Abteilung,E-Mail-Adresse,Aufgabe: TCP (Punkte)",
          "Nombre,Apellido(s),Número de ID,Institución,Departamento,Dirección Email,Tarea: TCP (Real)",
          "Prénom,Nom de famille,Numéro d’identification,Institution,Département,Adresse de courriel,Devoir",
          "Prénom,Nom,Numéro d'identification,Institution,Département,Adresse de courriel,Devoir",
          "Nome,Cognome,Codice identificativo,Istituzione,Dipartimento,Indirizzo email,Compito: TCP (Reale)",
          "Nome,Sobrenome,Número de identificação,Instituição,Departamento,Endereço de email,Tarefa: TCP",
          "Nome,Apelido,Número ID,Instituição,Departamento,Endereço de e-mail,Trabalho: TCP (Real)"}) {
        const auto roster = read_roster(std::string("\xef\xbb\xbf") + header +
                                            "\nAna María,García López,7,,,ana@x.es,9\nBo,Ray,,,,bo@x.es,-\n",
                                        "class.csv");
        EXPECT_THAT(ids_and_names(roster), ElementsAre("7 Ana María García López", "bo@x.es Bo Ray"))
            << header;
        const ClassList list(roster);
        EXPECT_EQ(list.find({"", "Ana María García López", "1234"}), 0U) << header;
        EXPECT_EQ(list.find({"", "ana"}), 0U) << header;
    }
    const auto worksheet = read_roster(
        "Identifier,Full name,Email address,Status,Grade\n"
        "Participant 77,Cy Doe,cy1@x,-,\nParticipant 78,Cy Doe,cy2@x,-,\n",
        "Grades.csv");
    EXPECT_EQ(ClassList(worksheet).find({"", "Cy Doe", "78"}), 1U);
    EXPECT_EQ(ClassList(worksheet).find({"", "Cy Doe"}), std::nullopt);
}

TEST(Roster, ExcelsOwnWaysWorkAsTheyAre) {
    EXPECT_THAT(ids_and_names(read_roster("sep=;\r\nid;name\r\n7;Lee, Ann\r\n", "class.csv")),
                ElementsAre("7 Lee, Ann"));
    const std::u16string wide = u"\uFEFFName\tVorname\tMatrikelnummer\r\nM\u00fcller\tJ\u00f6rg\t7\r\n";
    std::string little;
    std::string big;
    for (const char16_t unit : wide) {
        little += {static_cast<char>(unit & 0xffU), static_cast<char>(unit >> 8U)};
        big += {static_cast<char>(unit >> 8U), static_cast<char>(unit & 0xffU)};
    }
    for (const std::string& text : {little, big})
        EXPECT_THAT(ids_and_names(read_roster(text, "class.txt")), ElementsAre("7 Jörg Müller"));
}

TEST(ClassList, FindsStudentsHoweverTheyAreWritten) {
    const ClassList list({{"7", "Ann Lee", 2}, {"8", "Ray, Bo", 3}, {"9", "Cy Doe", 4}, {"10", "Cy Doe", 5}});
    EXPECT_EQ(list.find({"7", "somebody"}), 0U);
    EXPECT_EQ(list.find({"", "8"}), 1U);           // the folder is called after the id
    EXPECT_EQ(list.find({"1234", "leeann"}), 0U);  // Canvas
    EXPECT_EQ(list.find({"", "raybo"}), 1U);
    EXPECT_EQ(list.find({"", "Bo Ray"}), 1U);  // Moodle
    EXPECT_EQ(list.find({"", "Lee, Ann"}), 0U);
    EXPECT_EQ(list.find({"", "Cy Doe"}), std::nullopt);  // which of the two?
    EXPECT_EQ(list.find({"10", "Cy Doe"}), 3U);
    EXPECT_EQ(list.find({"", ""}), std::nullopt);
    // Moodle's number of Ann happens to be Bo's id.
    EXPECT_EQ(list.find({"8", "Ann Lee"}), 0U);
    EXPECT_EQ(list.find({"", "Zoe Lee", "8"}), std::nullopt);
}

}  // namespace
}  // namespace sockgrade::batch
