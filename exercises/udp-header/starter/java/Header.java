// Reads UDP datagrams in hexadecimal, prints what their headers say.
// Compile:  javac Header.java
// Run:      java Header
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.util.Arrays;

public class Header {
    static boolean checksumHolds(byte[] source, byte[] destination, int[] datagram) {
        // fill in: the pseudo header in front, a zero byte behind when the number of bytes is odd,
        // the sum of all numbers of 16 bits, and the carry added to it
        return false;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.trim().split("\\s+");
            if (words.length < 2)
                continue;
            byte[] source = InetAddress.getByName(words[0]).getAddress();
            byte[] destination = InetAddress.getByName(words[1]).getAddress();
            // A byte of Java has a sign: numbers from 0 to 255 are an int here.
            int[] datagram = Arrays.stream(words, 2, words.length)
                    .mapToInt(word -> Integer.parseInt(word, 16)).toArray();
            int sourcePort = 0, destinationPort = 0, length = 0;

            // fill in: look whether there is a whole header
            // fill in: each number is two bytes, the more significant one first
            // fill in: a checksum of 00 00 means that there is none

            System.out.println("source " + sourcePort + ", destination " + destinationPort + ", length " + length
                    + ", checksum " + (checksumHolds(source, destination, datagram) ? "ok" : "wrong"));
        }
    }
}
