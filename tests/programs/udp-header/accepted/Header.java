import java.net.InetAddress;
import java.util.Scanner;

public class Header {
    static int at(byte[] bytes, int i) {
        return (bytes[i] & 0xff) << 8 | (i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0);
    }

    public static void main(String[] args) throws Exception {
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            String[] words = in.nextLine().trim().split("\\s+");
            int n = words.length - 2;
            if (n < 8) {
                System.out.println("too short");
                continue;
            }
            byte[] all = new byte[12 + n];
            System.arraycopy(InetAddress.getByName(words[0]).getAddress(), 0, all, 0, 4);
            System.arraycopy(InetAddress.getByName(words[1]).getAddress(), 0, all, 4, 4);
            all[9] = 17;
            all[10] = (byte) (n >> 8);
            all[11] = (byte) n;
            for (int i = 0; i < n; i++) all[12 + i] = (byte) Integer.parseInt(words[2 + i], 16);
            long sum = 0;
            for (int i = 0; i < all.length; i += 2) sum += at(all, i);
            while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
            String verdict = at(all, 18) == 0 ? "none" : sum == 0xffff ? "ok" : "wrong";
            System.out.println("from " + at(all, 12) + " to " + at(all, 14) + ", " + at(all, 16) + " bytes, checksum "
                + verdict);
        }
    }
}
