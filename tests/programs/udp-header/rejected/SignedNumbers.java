// mistake: A short has a sign, so that 40000 becomes -25536.
// fails: line-after-line, checksum-holds
// diagnosis: misreads_the_header
import java.nio.ByteBuffer;
import java.util.Scanner;

public class SignedNumbers {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String[] words = in.nextLine().trim().split("\\s+");
            if (words.length < 10) continue;
            ByteBuffer header = ByteBuffer.allocate(words.length - 2);
            for (int i = 2; i < words.length; i++) header.put((byte) Integer.parseInt(words[i], 16));
            int sum = 17 + header.capacity();
            for (int k = 0; k < 2; k++) {
                String[] n = words[k].split("\\.");
                sum += Integer.parseInt(n[0]) * 256 + Integer.parseInt(n[1]);
                sum += Integer.parseInt(n[2]) * 256 + Integer.parseInt(n[3]);
            }
            for (int i = 0; i < header.capacity(); i++)
                sum += (header.get(i) & 0xff) << (i % 2 == 0 ? 8 : 0);
            while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
            String verdict = header.getShort(6) == 0 ? "none" : sum == 0xffff ? "ok" : "wrong";
            System.out.println("source " + header.getShort(0) + ", destination " + header.getShort(2)
                    + ", length " + header.getShort(4) + ", checksum " + verdict);
        }
    }
}
