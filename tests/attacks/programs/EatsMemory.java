// attack: takes memory without end, up to 4 GiB
// exercise: tcp-capitalize-server
// verdict: failed
// contained: A B C D E
// load: heavy
// places: A
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

public class EatsMemory {
    public static void main(String[] args) throws Exception {
        System.out.println("tried");
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 64; ++i) {
            byte[] block = new byte[64 << 20];
            java.util.Arrays.fill(block, (byte) 1);
            kept.add(block);
        }
    }
}
