# cmake -DOUTPUT=assets.cc -DFOLDER=... -P embed.cmake
#
# Writes the style sheets and scripts of the HTML reports as constants, each with its SHA-256 in base64, as a content
# security policy names what is allowed to take effect (GCC 12 has no #embed).
cmake_minimum_required(VERSION 3.25)

string(CONCAT digits "ABCDEFGHIJKLMNOPQRSTUVWXYZ" "abcdefghijklmnopqrstuvwxyz" "0123456789+/")

# Three hexadecimal digits are two of base 64; 64 of them leave one over, which is the last four bits.
function(base64_of hex out)
  set(text "")
  foreach(at RANGE 0 60 3)
    string(SUBSTRING ${hex} ${at} 3 part)
    math(EXPR high "0x${part} / 64")
    math(EXPR low "0x${part} % 64")
    string(SUBSTRING ${digits} ${high} 1 first)
    string(SUBSTRING ${digits} ${low} 1 second)
    string(APPEND text ${first}${second})
  endforeach()
  string(SUBSTRING ${hex} 63 1 part)
  math(EXPR last "0x${part} * 4")
  string(SUBSTRING ${digits} ${last} 1 first)
  set(${out} "${text}${first}=" PARENT_SCOPE)
endfunction()

set(code "#include \"reports/html_assets.hh\"\n\nnamespace sockgrade::reports::assets {\n")
function(embed name)
  set(text "")
  foreach(file ${ARGN})
    file(READ "${FOLDER}/${file}" part)
    string(APPEND text "\n${part}")
  endforeach()
  string(SHA256 hash "${text}")
  base64_of(${hash} hash)
  string(APPEND code "\nconst Asset ${name}{R\"asset(${text})asset\",\n\"${hash}\"};\n")
  set(code "${code}" PARENT_SCOPE)
endfunction()

embed(kReportStyle page.css report.css)
embed(kReportScript page.js report.js)
embed(kClassStyle page.css class.css)
embed(kClassScript page.js class.js)
string(APPEND code "\n}  // namespace sockgrade::reports::assets\n")
file(WRITE "${OUTPUT}" "${code}")
